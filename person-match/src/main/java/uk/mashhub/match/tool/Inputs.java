package uk.mashhub.match.tool;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an evaluation reads.
 *
 * @param records a CSV file
 * @param other a second one, to be linked with the first; each then holds a person once
 * @param map which column holds what
 * @param truth a column with the key of the person, or a file of labelled pairs; in a file of pairs, a column of true and
 *     false
 */
public record Inputs(Path records, Optional<Path> other, Path map, String truth) {}
