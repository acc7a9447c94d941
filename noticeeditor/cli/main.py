"""The command ``noticeeditor``: its subcommands are loaded when they are called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, cast

import click

from noticeeditor import __version__
from noticeeditor.cli.errors import guarded
from noticeeditor.cli.language import system_language
from noticeeditor.i18n.texts import N_, _, lend, use

SUMMARY = N_("Compose, set, check and keep official notices. Without a command the window opens.")

# name → module of noticeeditor.cli that holds a click command of the same name, what it is for
COMMANDS = {
    "export": ("export", N_("Write notices as PDF or text.")),
    "check": ("check", N_("Check notices.")),
    "deadlines": ("deadlines", N_("Show the deadlines of a sitting.")),
    "calendar": ("calendar", N_("Show the issues of a year.")),
    "schema": ("schema", N_("Print the JSON Schema of the notice file.")),
    "profile": ("profile", N_("Work with profiles of authorities.")),
    "list": ("cases", N_("List cases.")),
    "show": ("cases", N_("Show a case.")),
    "new": ("cases", N_("Begin a case.")),
    "search": ("cases", N_("Find cases by their words.")),
    "submit": ("acts", N_("Submit a case for review.")),
    "return": ("acts", N_("Return a case with a remark.")),
    "recall": ("acts", N_("Take a case back.")),
    "sign-off": ("acts", N_("Sign a case off.")),
    "release": ("acts", N_("Release a case to the print shop.")),
    "publish": ("acts", N_("Record that a case was published.")),
    "withdraw": ("acts", N_("Withdraw a case.")),
    "reopen": ("acts", N_("Reopen a case for a new version.")),
    "diff": ("diff", N_("Compare two wordings.")),
    "audit": ("audit", N_("Show or verify the audit trail.")),
    "backup": ("upkeep", N_("Write a backup.")),
    "restore": ("upkeep", N_("Put a backup in the place of the store.")),
    "vacuum": ("upkeep", N_("Check the store and give back unused space.")),
    "demo": ("demo", N_("Fill an empty store with sample cases.")),
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _summary = COMMANDS[cmd_name]
        commands = vars(import_module(f"noticeeditor.cli.{module}"))
        attribute = cmd_name.replace("-", "_")  # with an underscore behind it where Python owns the word
        command: click.Command = commands.get(attribute) or commands[f"{attribute}_"]
        command.short_help = command.short_help or _(COMMANDS[cmd_name][1])
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, (_module, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="noticeeditor")
def group() -> None:
    """Group of all commands."""


VERSION = cast("click.Option", group.params[0])


def run(arguments: list[str], **settings: Any) -> int:  # noqa: ANN401 - handed on to click
    """Run a command line and return its exit code (0 fine, 1 findings, 2 bad input, 3 the world failed)."""
    use(system_language())
    lend()
    group.help, VERSION.help = _(SUMMARY), _("Show the version and exit.")
    return guarded(lambda: group.main(arguments, prog_name="noticeeditor", standalone_mode=False, **settings))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
