package uk.mashhub.adapter.health.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.health.fhir.StrictFaults.Misfit;
import uk.mashhub.model.item.UnknownTerm;

/**
 * Reads one resource of FHIR R4 from JSON (strict RFC 8259, UTF-8) or XML. Whatever R4 does not define is refused, with
 * its FHIRPath where the form is JSON and with the enclosing element where it is XML. Nothing is ever fetched.
 */
public final class FhirReader {
    /** The deepest nesting that is read; real messages stay under 20. */
    static final int DEEPEST = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Received.LARGEST_MESSAGE)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A resource as it was read.
     *
     * @param unknownTerms codes of bound elements that R4 does not know; the elements themselves are left out
     */
    public record Reading<T extends Resource>(T resource, List<UnknownTerm> unknownTerms) {
        public Reading {
            Objects.requireNonNull(resource, "resource");
            unknownTerms = List.copyOf(unknownTerms);
        }

        @Override
        public String toString() {
            return "Reading[" + resource.fhirType() + "]";
        }
    }

    private FhirReader() {}

    /**
     * Reads.
     *
     * @throws Unreadable if the bytes are not one resource of that type; its texts repeat no value of the message
     */
    public static <T extends Resource> Reading<T> read(byte[] body, Class<T> type) throws Unreadable {
        if (body.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Fault.TOO_LARGE, "/", "larger than 10 MiB");
        }
        String text = text(body);
        if (text.isEmpty()) {
            throw new Unreadable(Fault.MALFORMED, "/", "empty");
        }
        JsonShape shape = new JsonShape();
        Resource resource = text.startsWith("<") ? xml(text) : json(text, shape);
        if (!type.isInstance(resource)) {
            throw new Unreadable(Fault.NOT_VALID, "/", "is not a " + type.getSimpleName());
        }
        return new Reading<>(type.cast(resource), shape.unknownTerms());
    }

    private static String text(byte[] body) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Fault.MALFORMED, "/", "not UTF-8");
        }
    }

    private static Resource json(String text, JsonShape shape) throws Unreadable {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable(Fault.MALFORMED, "line " + line, "not well-formed JSON, or nested too deeply");
        }
        shape.check(tree);
        // Written anew, so that the parser reads exactly the tree that was looked at.
        return parsed(() -> R4.CONTEXT.newJsonParser().parseResource(tree.toString()));
    }

    private static Resource xml(String text) throws Unreadable {
        XmlShape.check(text);
        return parsed(() -> R4.CONTEXT.newXmlParser().parseResource(text));
    }

    private static Resource parsed(java.util.function.Supplier<org.hl7.fhir.instance.model.api.IBaseResource> parse)
            throws Unreadable {
        try {
            return (Resource) parse.get();
        } catch (Misfit e) {
            throw new Unreadable(Fault.NOT_VALID, e.element().isEmpty() ? "/" : e.element(), reason(e));
        } catch (DataFormatException e) {
            throw causeOf(e);
        } catch (RuntimeException e) {
            // The parser meets hostile input with exceptions of many kinds; all mean that this is not FHIR.
            throw new Unreadable(Fault.NOT_VALID, "/", "not FHIR R4");
        }
    }

    private static Unreadable causeOf(DataFormatException e) {
        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t instanceof Misfit misfit) {
                return new Unreadable(
                        Fault.NOT_VALID, misfit.element().isEmpty() ? "/" : misfit.element(), reason(misfit));
            }
        }
        return new Unreadable(Fault.NOT_VALID, "/", "not FHIR R4");
    }

    private static String reason(Misfit misfit) {
        return String.valueOf(misfit.getMessage());
    }
}
