// The live client. To be written.
