"""The expected lens: Choo and Siow's market by plain iterative proportional fitting (docs/method.md, expected lens)."""

from collections import defaultdict

import numpy as np

# Largest relative error of a margin: far under what a thousandth of a post needs.
MARGINS = 1e-12
SWEEPS = 100_000


def filled(problem, surplus, noise):
    """Posts of each cell, in thousandths, expected to be filled at the central need and supply; both parameters in generalised minutes."""
    kinds, people = types(problem, problem.people[:, 1])
    tail = np.repeat(np.arange(len(kinds)), [len(row) for row in kinds])
    head = np.array([cell for row in kinds for cell, _ in row], dtype=np.int64)
    minutes = np.array([cost for row in kinds for _, cost in row]) / 10
    worth = np.exp((surplus - minutes) / noise / 2)
    posts = problem.posts[:, 1].astype(float)
    single_posts = np.sqrt(posts)
    for _ in range(SWEEPS):
        single_people = root(people, np.bincount(tail, worth * single_posts[head], len(people)))
        met = np.bincount(head, worth * single_people[tail], len(posts))
        margin = single_posts * (single_posts + met)
        if np.all(np.abs(margin - posts) <= MARGINS * posts):
            return single_posts * met
        single_posts = root(posts, met)
    raise AssertionError("the market does not balance")


def types(problem, people):
    """Nodes that can take the same cells at the same costs are one type: its row of (cell, cost), and its people."""
    rows = defaultdict(list)
    for source, target, cost in zip(problem.tail.tolist(), problem.head.tolist(), problem.cost.tolist()):
        rows[source].append((target, cost))
    size = defaultdict(int)
    for source, row in rows.items():
        size[tuple(sorted(row))] += int(people[source])
    kinds = sorted(row for row, total in size.items() if total)
    return kinds, np.array([size[row] for row in kinds], dtype=float)


def root(quantity, weight):
    """The positive x of x² + x · weight = quantity."""
    return 2 * quantity / np.where(quantity > 0, weight + np.sqrt(weight**2 + 4 * quantity), 1)
