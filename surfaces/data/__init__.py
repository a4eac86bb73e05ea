"""Surfaces made of data: models, their samples, and where stochastic gradients come from."""
