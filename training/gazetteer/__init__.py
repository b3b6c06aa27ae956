"""Makes the gazetteer that ships: `python -m training.gazetteer`."""
