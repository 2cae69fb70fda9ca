package uk.mashhub.adapter.health;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/** Protective markings of a whole bundle (Government Security Classifications; ruling 26). */
final class Markings {
    /** A code or display with the word, in JSON or XML, however the rest of the message may be broken. */
    private static final Pattern MARKED = Pattern.compile("(?is)\"(code|display)\"\\s*:\\s*\"[^\"]{0,200}\\bSECRET\\b"
            + "|<(code|display)\\s+value\\s*=\\s*['\"][^'\"]{0,200}\\bSECRET\\b");

    private Markings() {}

    /**
     * Looks at the labels of the bundle, of every resource and of every contained one.
     *
     * @throws Unreadable if one is above OFFICIAL-SENSITIVE
     */
    static void refuseAbove(Bundle bundle) throws Unreadable {
        refuse(bundle, "Bundle");
        int index = 0;
        for (BundleEntryComponent entry : bundle.getEntry()) {
            refuse(entry.getResource(), "Bundle.entry[" + index++ + "].resource");
        }
    }

    private static void refuse(@org.jspecify.annotations.Nullable Resource resource, String place) throws Unreadable {
        if (resource == null) {
            return;
        }
        if (SecurityLabels.of(labels(resource)).tooHigh()) {
            throw new Unreadable(
                    Fault.CLASSIFIED_TOO_HIGH, place + ".meta.security", "carries a marking above OFFICIAL-SENSITIVE");
        }
        if (resource instanceof DomainResource domain) {
            for (Resource contained : domain.getContained()) {
                refuse(contained, place + ".contained");
            }
        }
    }

    private static List<Coding> labels(Resource resource) {
        Stream<Coding> own = resource.getMeta().getSecurity().stream();
        return (resource instanceof DocumentReference document
                        ? Stream.concat(own, DocumentItems.labels(document).stream())
                        : own)
                .toList();
    }

    /** Whether bytes that cannot be read as FHIR hold such a marking. */
    static boolean mayBeAbove(byte[] message) {
        return MARKED.matcher(new String(message, StandardCharsets.UTF_8)).find();
    }

    /** The labels that hold for every part: those of the bundle and of its header. */
    static SecurityLabels ofWhole(Bundle bundle, MessageHeader header) {
        return SecurityLabels.of(
                Stream.concat(bundle.getMeta().getSecurity().stream(), header.getMeta().getSecurity().stream())
                        .toList());
    }
}
