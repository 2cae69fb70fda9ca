package uk.mashhub.adapter.route;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.vocabulary.Classification;

/** Reads or refuses by the first word of the message. */
final class WordTranslator implements Translator {
    @Override
    public String format() {
        return "word-v1";
    }

    @Override
    public Contact translate(byte[] message, Received received) throws Unreadable {
        String text = new String(message, StandardCharsets.UTF_8);
        if (text.startsWith("secret")) {
            throw new Unreadable(Unreadable.Fault.CLASSIFIED_TOO_HIGH, "line 1", "marked too high");
        }
        if (text.startsWith("bug")) {
            throw new IllegalStateException(text);
        }
        if (!text.startsWith("good")) {
            throw new Unreadable(Unreadable.Fault.MALFORMED, "line 1", "the first word is unknown");
        }
        return contact(text.startsWith("good but marked") ? Classification.TOP_SECRET : Classification.OFFICIAL);
    }

    private static Contact contact(Classification classification) {
        return new Contact(
                new Referrer("", "", "", "", "", true, false),
                classification,
                Set.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
