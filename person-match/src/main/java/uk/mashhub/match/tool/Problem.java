package uk.mashhub.match.tool;

/**
 * What is wrong with a file.
 *
 * @param line from 1, the header being line 1; 0 for the whole file
 * @param words without any value of the file
 */
public record Problem(long line, String words) {
    @Override
    public String toString() {
        return line == 0 ? words : "line " + line + ": " + words;
    }
}
