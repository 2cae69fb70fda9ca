package uk.mashhub.adapter.health;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.simulators.health.HealthFiles;

/** A sample referral, changed a little before it is read. */
final class SampleBundle {
    static final Received RECEIVED = new Received(new SourceId("bars"), Instant.parse("2026-03-04T09:00:00Z"));
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode bundle;

    private SampleBundle(byte[] json) {
        bundle = (ObjectNode) JSON.readTree(json);
    }

    static SampleBundle named(String name) {
        return new SampleBundle(HealthFiles.referral(name));
    }

    static SampleBundle aBruisedChild() {
        return named("maya-bruising");
    }

    /** Changes the bundle itself. */
    SampleBundle with(Consumer<ObjectNode> change) {
        change.accept(bundle);
        return this;
    }

    /** Changes the first resource of a type. */
    SampleBundle with(String type, Consumer<ObjectNode> change) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").stringValue().equals(type)) {
                change.accept((ObjectNode) entry.path("resource"));
                return this;
            }
        }
        throw new IllegalArgumentException("no " + type);
    }

    /** Sets a property of the first resource of a type from JSON text. */
    SampleBundle set(String type, String property, String json) {
        return with(type, r -> r.set(property, JSON.readTree(json)));
    }

    /** Adds an entry; {@code CHILD} in the text is the address of the first patient. */
    SampleBundle plus(String fullUrl, String resource) {
        ObjectNode entry = ((ArrayNode) bundle.path("entry")).addObject();
        entry.put("fullUrl", fullUrl);
        entry.set("resource", JSON.readTree(resource.replace("CHILD", address("Patient"))));
        return this;
    }

    String address(String type) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").stringValue().equals(type)) {
                return entry.path("fullUrl").stringValue();
            }
        }
        throw new IllegalArgumentException("no " + type);
    }

    byte[] bytes() {
        return bundle.toString().getBytes(StandardCharsets.UTF_8);
    }

    Contact read() throws Unreadable {
        return new BarsTranslator().translate(bytes(), RECEIVED);
    }

    static List<SourceItem> items(Contact contact, DataClass row) {
        return contact.items().stream()
                .filter(i -> i.labels().dataClass() == row)
                .toList();
    }

    static List<String> values(List<SourceItem> items, FieldKind kind) {
        return items.stream()
                .flatMap(i -> i.fields().stream())
                .filter(f -> f.kind() == kind)
                .map(f -> f.value())
                .toList();
    }
}
