"""`python -m newscli` is `newscli`."""

from newscli.cli.main import main

main()
