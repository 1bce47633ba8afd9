"""The signer: German clause → DGS score → motion → picture."""
