package uk.mashhub.adapter.health.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Enumeration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.model.item.UnknownTerm;

/**
 * Walks FHIR JSON beside the definitions of R4, so that a fault is told with its FHIRPath. A code that R4 does not know
 * in a bound element is taken out and listed: an unknown code never fails a message.
 */
final class JsonShape {
    /** FHIR R4, resource section 2.26.3.2: whoever does not know them shall not process the resource. */
    private static final Set<String> CHANGES_MEANING = Set.of("modifierExtension", "implicitRules");

    private final List<UnknownTerm> unknownTerms = new ArrayList<>();

    /** Walks one resource; terms that were taken out are in {@link #unknownTerms()} afterwards. */
    void check(JsonNode resource) throws Unreadable {
        resource(resource, "");
    }

    List<UnknownTerm> unknownTerms() {
        return List.copyOf(unknownTerms);
    }

    private void resource(JsonNode node, String path) throws Unreadable {
        if (!node.isObject()) {
            throw notValid(path, "is not a resource");
        }
        String type =
                node.path("resourceType").isString() ? node.path("resourceType").stringValue() : "";
        BaseRuntimeElementCompositeDefinition<?> definition = definition(type, path);
        object((ObjectNode) node, definition, path.isEmpty() ? type : path, true);
    }

    private static BaseRuntimeElementCompositeDefinition<?> definition(String type, String path) throws Unreadable {
        try {
            return R4.CONTEXT.getResourceDefinition(type);
        } catch (DataFormatException | IllegalArgumentException | NullPointerException e) {
            throw notValid(join(path, "resourceType"), "is not a resource type of FHIR R4");
        }
    }

    private void object(
            ObjectNode node, BaseRuntimeElementCompositeDefinition<?> definition, String path, boolean isResource)
            throws Unreadable {
        for (Map.Entry<String, JsonNode> property : List.copyOf(node.properties())) {
            String name = property.getKey();
            if (isResource && name.equals("resourceType")) {
                continue;
            }
            if (CHANGES_MEANING.contains(name)) {
                throw notValid(join(path, name), "changes the meaning in a way this hub does not know");
            }
            boolean extras = name.startsWith("_");
            String element = extras ? name.substring(1) : name;
            BaseRuntimeChildDefinition child = definition.getChildByName(element);
            if (child == null) {
                throw notValid(path, "has an element that FHIR R4 does not define");
            }
            if (!extras && property(property.getValue(), child, element, join(path, element))) {
                node.remove(name);
            }
        }
    }

    /** Whether the whole property has to be taken out. */
    private boolean property(JsonNode value, BaseRuntimeChildDefinition child, String name, String path)
            throws Unreadable {
        if (child.getMax() != 1 && !value.isArray()) {
            throw notValid(path, "must be a list");
        }
        if (child.getMax() == 1 && value.isArray()) {
            throw notValid(path, "must not be a list");
        }
        if (!value.isArray()) {
            return element(value, child, name, path);
        }
        int index = 0;
        for (JsonNode each : value) {
            if (element(each, child, name, path + "[" + index++ + "]")) {
                throw notValid(path, "has a code that FHIR R4 does not define");
            }
        }
        return false;
    }

    private boolean element(JsonNode value, BaseRuntimeChildDefinition child, String name, String path)
            throws Unreadable {
        BaseRuntimeElementDefinition<?> definition = child.getChildByName(name);
        if (definition == null) {
            throw notValid(path, "is not of a type that FHIR R4 allows here");
        }
        switch (definition.getChildType()) {
            case RESOURCE, CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST -> resource(value, path);
            case PRIMITIVE_DATATYPE, ID_DATATYPE -> {
                return primitive(value, definition, child, path);
            }
            case PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> narrative(value, path);
            default -> {
                if (!value.isObject()) {
                    throw notValid(path, "is not an object");
                }
                object((ObjectNode) value, (BaseRuntimeElementCompositeDefinition<?>) definition, path, false);
            }
        }
        return false;
    }

    private boolean primitive(
            JsonNode value, BaseRuntimeElementDefinition<?> definition, BaseRuntimeChildDefinition child, String path)
            throws Unreadable {
        if (value.isNull()) {
            return false;
        }
        if (value.isContainer()) {
            throw notValid(path, "is not a simple value");
        }
        IPrimitiveType<?> type = (IPrimitiveType<?>) definition.newInstance(child.getInstanceConstructorArguments());
        try {
            type.setValueAsString(value.asString());
            return false;
        } catch (RuntimeException e) {
            if (type instanceof Enumeration) {
                unknownTerms.add(new UnknownTerm(path, value.asString()));
                return true;
            }
            throw notValid(path, "has a value that its type does not allow");
        }
    }

    private static void narrative(JsonNode value, String path) throws Unreadable {
        if (!value.isString()) {
            throw notValid(path, "is not XHTML");
        }
        if (Forbidden.inMarkup(value.stringValue())) {
            throw new Unreadable(Fault.FORBIDDEN_CONSTRUCT, path, "a document type or entity is never accepted");
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Unreadable notValid(String path, String reason) {
        return new Unreadable(Fault.NOT_VALID, path.isEmpty() ? "/" : path, reason);
    }
}
