"""`make bench`: all measurements in one run."""

from benchmarks import answer, questionnaires, score, start, workbook
from benchmarks.measure import told


def main() -> None:
    """Measure and print."""
    found = [m for part in (start, answer, score, workbook, questionnaires) for m in part.measurements()]
    print(told(found))


if __name__ == "__main__":
    main()
