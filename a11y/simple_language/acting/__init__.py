"""Who acts: named or likely, reader, office or somebody else, and the passive taken apart."""
