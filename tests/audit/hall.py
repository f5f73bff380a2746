"""Shortages: posts of a set of cells, and everyone who can reach them, counted from the lists (docs/method.md, shortages)."""

import re


def recount(problem, supply, cells):
    """Posts of the cells, people by node with an arc into them, their sections and regional headcounts; central values."""
    wanted = {index for index, cell in enumerate(problem.cells) if cell in cells}
    posts = sum(int(problem.posts[index, 1]) for index in wanted)
    nodes = {problem.nodes[tail] for tail, head in zip(problem.tail, problem.head) if int(head) in wanted}
    people = {node: int(problem.people[problem.nodes.index(node), 1]) for node in nodes}
    people = {node: count for node, count in people.items() if count}
    return posts, people, *map(len, origins(supply, people))


def origins(supply, nodes):
    """Sections and regional headcounts behind nodes, each once however many basins it is shared over."""
    found = {"section": set(), "headcount": set()}
    for origin in supply.origins:
        kind, _, programme, route = origin.identity
        reached = [(programme, basin, route) in nodes and part for (basin, _), part in zip(origin.basins, origin.parts(1))]
        if any(reached):
            found[kind].add(origin.identity)
    return found["section"], found["headcount"]


def told(sentence, noun):
    """Number told before a noun of the sentence: « 12 sections », « une section », none."""
    number = re.search(rf"(\d[\d\s]*|\bune?) {noun}", sentence.replace("\u202f", "").replace("\u00a0", " ").replace("d’une", "une").replace("d’un", "un"))
    if number is None:
        return 0
    return 1 if number.group(1).startswith("un") else int(number.group(1))
