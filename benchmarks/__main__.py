"""`make bench`: all measurements in one run."""

from benchmarks import answer, papers, questionnaires, region, score, start, uncertainty, workbook
from benchmarks.measure import told


def main() -> None:
    """Measure and print."""
    parts = (start, answer, score, workbook, papers, questionnaires, uncertainty, region)
    found = [m for part in parts for m in part.measurements()]
    print(told(found))


if __name__ == "__main__":
    main()
