"""The command line: one module per subcommand, exit codes after ``errors.ExitCode``."""
