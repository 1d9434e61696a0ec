"""Lets `python -m onrecord` run the command line."""

from onrecord.cli import main

main()
