package uk.mashhub.adapter.health.fhir;

import java.util.regex.Pattern;

/** Markup that is never accepted, wherever it stands: a document type can pull in files and blow up memory. */
final class Forbidden {
    private static final Pattern DECLARATION = Pattern.compile("<!\\s*(DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);

    private Forbidden() {}

    static boolean inMarkup(String text) {
        return DECLARATION.matcher(text).find();
    }
}
