"""What can go wrong on the user's side, each with the exit code the shell gets."""


class NewscliError(Exception):
    """Bad input, told in one line that names it and what to do about it.

    The command line prints the message alone; every other exception is a bug of ours and keeps
    its traceback.
    """

    exit_code = 1


class SourceError(NewscliError):
    """One article or file that cannot be read; the others go on.

    `source` is which one, empty until that is known; the message begins with it.
    """

    def __init__(self, message: str, source: str = "") -> None:
        super().__init__(message, source)
        self.message = message
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: {self.message}" if self.source else self.message


class UsageError(NewscliError):
    """A wrong option or argument: nothing is done."""

    exit_code = 2


class OutputError(NewscliError):
    """The results cannot be written: what was done so far is lost from there on."""
