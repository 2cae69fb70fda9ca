package uk.mashhub.adapter.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import uk.mashhub.adapter.Received;

/** Hostile variants of a sample; the same seed gives the same variants. */
final class Mutations {
    private static final int DEPTH = 100_000;

    private Mutations() {}

    /** Whether the sample is XML, by its first character; otherwise it is taken for JSON. */
    static boolean isXml(byte[] sample) {
        String start = new String(sample, 0, Math.min(64, sample.length), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    /** The sample without what follows its last visible character. */
    static byte[] trimmed(byte[] sample) {
        int end = sample.length;
        while (end > 0 && sample[end - 1] <= ' ') {
            end--;
        }
        return Arrays.copyOf(sample, end);
    }

    /** The sample with a few bytes overwritten. */
    static byte[] scratched(byte[] sample, Random random) {
        byte[] copy = sample.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    static byte[] noise(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(2048)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The sample, padded with blanks to one byte more than any door takes. */
    static byte[] oversize(byte[] sample) {
        byte[] large = Arrays.copyOf(sample, Received.LARGEST_MESSAGE + 1);
        Arrays.fill(large, sample.length, large.length, (byte) ' ');
        return large;
    }

    /** Documents nested so deep that a recursive reader would run out of stack. */
    static List<byte[]> nested(byte[] sample) {
        return isXml(sample)
                ? List.of(text("<a>".repeat(DEPTH)), text("<a>".repeat(DEPTH) + "</a>".repeat(DEPTH)))
                : List.of(
                        text("[".repeat(DEPTH)),
                        text("[".repeat(DEPTH) + "]".repeat(DEPTH)),
                        text("{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)));
    }

    /** The XML sample with a document type in front of its root element. */
    static byte[] withDoctype(byte[] sample, String internalSubset, String reference) {
        String xml = new String(sample, StandardCharsets.UTF_8);
        int root = rootStart(xml);
        String rest = xml.substring(root);
        int firstText = rest.indexOf("</");
        return text(xml.substring(0, root)
                + "<!DOCTYPE a [" + internalSubset + "]>"
                + rest.substring(0, firstText)
                + reference
                + rest.substring(firstText));
    }

    private static int rootStart(String xml) {
        int at = xml.indexOf('<');
        while (at >= 0 && (xml.startsWith("<?", at) || xml.startsWith("<!", at))) {
            int end = xml.startsWith("<!--", at) ? xml.indexOf("-->", at) : xml.indexOf('>', at);
            at = xml.indexOf('<', end);
        }
        return at;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
