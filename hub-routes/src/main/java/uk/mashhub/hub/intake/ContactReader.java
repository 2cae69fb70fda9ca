package uk.mashhub.hub.intake;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;

/** Reads a message by its format with the adapter's pure translator. */
public final class ContactReader {
    private final Map<String, Translator> byFormat;

    public ContactReader(List<Translator> translators) {
        byFormat = translators.stream().collect(Collectors.toMap(Translator::format, Function.identity()));
    }

    /**
     * Reads a contact.
     *
     * @throws Unreadable if it cannot be read, is too large or is of a format that nobody reads
     */
    public Contact read(String format, byte[] body, Received received) throws Unreadable {
        if (body.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Unreadable.Fault.TOO_LARGE, "message", "larger than 10 MiB");
        }
        Translator translator = byFormat.get(format);
        if (translator == null) {
            throw new Unreadable(Unreadable.Fault.WRONG_VERSION, "format", "no translator reads this format");
        }
        Contact contact = translator.translate(body, received);
        if (!contact.classification().mayBeHeld()
                || contact.items().stream()
                        .anyMatch(i -> !i.labels().classification().mayBeHeld())) {
            throw new Unreadable(
                    Unreadable.Fault.CLASSIFIED_TOO_HIGH, "classification", "classified above OFFICIAL-SENSITIVE");
        }
        return contact;
    }
}
