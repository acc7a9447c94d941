/* Writes down, in order, every write, truncation, sync, creation and removal below $RECORDER_FOLDER into $RECORDER_LOG.
 *
 *     gcc -shared -fPIC -O1 -o recorder.so recorder.c -ldl
 *
 * A record is: kind, length of the path (int32), offset (int64), length of the data (int64), path, data.
 * Kinds: C created, W written at an offset, A appended, T truncated, S synced, D folder synced, U removed, R renamed
 * (the data is the new path). The shared memory of SQLite (-shm) is left out: it does not outlive a power loss.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096
static char *paths[FILES];
static int is_folder[FILES];
static int log_file = -1;
static const char *folder;
static size_t folder_length;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static void begin(void)
{
    if (real_pwrite) return;
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_write = dlsym(RTLD_NEXT, "write");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    folder = getenv("RECORDER_FOLDER");
    if (folder) {
        folder_length = strlen(folder);
        log_file = real_open(getenv("RECORDER_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
}

static void record(char kind, const char *path, int64_t offset, const void *data, int64_t length)
{
    char head[21];
    int32_t path_length;
    if (log_file < 0 || !path) return;
    path_length = (int32_t)strlen(path);
    head[0] = kind;
    memcpy(head + 1, &path_length, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 8);
    real_write(log_file, head, sizeof head);
    real_write(log_file, path, path_length);
    if (length) real_write(log_file, data, length);
}

static int is_watched(const char *path)
{
    return folder && path && !strncmp(path, folder, folder_length) && !strstr(path, "-shm");
}

static const char *path_of(int file) { return file >= 0 && file < FILES ? paths[file] : NULL; }

static int watch(const char *path, int flags, int mode)
{
    int existed, file;
    begin();
    existed = access(path, F_OK) == 0;
    file = real_open(path, flags, mode);
    if (file < 0 || file >= FILES) return file;
    free(paths[file]);
    paths[file] = NULL;
    if (is_watched(path)) {
        struct stat status;
        fstat(file, &status);
        paths[file] = strdup(path);
        is_folder[file] = S_ISDIR(status.st_mode);
        if (!existed && (flags & O_CREAT)) record('C', path, 0, NULL, 0);
        if (existed && (flags & O_TRUNC)) record('T', path, 0, NULL, 0);
    }
    return file;
}

static int mode_of(int flags, va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(arguments, int) : 0;
}

#define OPENS(name)                                  \
    int name(const char *path, int flags, ...)       \
    {                                                \
        va_list arguments;                           \
        va_start(arguments, flags);                  \
        int mode = mode_of(flags, arguments);        \
        va_end(arguments);                           \
        return watch(path, flags, mode);             \
    }
OPENS(open)
OPENS(open64)

static ssize_t write_at(int file, const void *data, size_t length, off64_t offset)
{
    ssize_t done;
    begin();
    done = real_pwrite(file, data, length, offset);
    if (done > 0) record('W', path_of(file), offset, data, done);
    return done;
}
ssize_t pwrite(int file, const void *data, size_t length, off_t offset) { return write_at(file, data, length, offset); }
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) { return write_at(file, data, length, offset); }

ssize_t write(int file, const void *data, size_t length)
{
    ssize_t done;
    begin();
    done = real_write(file, data, length);
    if (done > 0 && file != log_file) record('A', path_of(file), 0, data, done);
    return done;
}

static int synced(int file, int result)
{
    const char *path = path_of(file);
    if (result == 0 && path) record(is_folder[file] ? 'D' : 'S', path, 0, NULL, 0);
    return result;
}
int fsync(int file) { begin(); return synced(file, real_fsync(file)); }
int fdatasync(int file) { begin(); return synced(file, real_fdatasync(file)); }

static int truncated(int file, off64_t length)
{
    int result;
    begin();
    result = real_ftruncate(file, length);
    if (result == 0) record('T', path_of(file), length, NULL, 0);
    return result;
}
int ftruncate(int file, off_t length) { return truncated(file, length); }
int ftruncate64(int file, off64_t length) { return truncated(file, length); }

int unlink(const char *path)
{
    int result;
    begin();
    result = real_unlink(path);
    if (result == 0 && is_watched(path)) record('U', path, 0, NULL, 0);
    return result;
}

int rename(const char *from, const char *to)
{
    int result;
    begin();
    result = real_rename(from, to);
    if (result == 0 && is_watched(from)) record('R', from, 0, to, (int64_t)strlen(to));
    return result;
}

int close(int file)
{
    begin();
    if (path_of(file)) {
        free(paths[file]);
        paths[file] = NULL;
    }
    return real_close(file);
}
