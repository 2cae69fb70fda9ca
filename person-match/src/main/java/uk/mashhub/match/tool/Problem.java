package uk.mashhub.match.tool;

/**
 * What is wrong with a line of a file.
 *
 * @param line from 1, the header being line 1
 * @param words without any value of the file
 */
public record Problem(String file, long line, String words) {
    @Override
    public String toString() {
        return file + ": line " + line + ": " + words;
    }
}
