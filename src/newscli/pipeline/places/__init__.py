"""Which place on the map a name means: the gazetteer, and the choice among its entries."""
