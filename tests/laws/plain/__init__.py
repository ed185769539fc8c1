"""The methodology once more, slowly and plainly: loops over dictionaries, nothing of the scoring core.

Written from the text of sections 1 to 7, section by section, and compared with the fast code on random
cases. It reads questionnaires and answers as the model holds them and shares no formula with the core.
Only the random stream is NumPy's, because section 6.2 prescribes it.
"""
