"""Kolada, RKA's database of key figures: values by indicator, unit, gender and year; units; comparison groups."""

PUBLISHER = "Rådet för främjande av kommunala analyser (RKA)"
TITLE = "Kolada"
TERMS = "Fri användning med ”Källa: Kolada”; egen bearbetning får inte tillskrivas Kolada"
URL = "https://www.kolada.se/om-oss/api/"
