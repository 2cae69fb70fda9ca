package uk.mashhub.hub.command;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a view looks like to somebody who cannot read it: the same for two families of whom the same is shown. Letters and digits
 * are one sign each, so that every length counts; instants are one word, for Java writes them without their last noughts; lists
 * are without order, because random handles order them.
 */
final class SilenceShape {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9_-]");

    private SilenceShape() {}

    static String of(JsonNode view) {
        if (view.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            view.propertyStream().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
            return fields.toString();
        }
        if (view.isArray()) {
            List<String> items = new ArrayList<>();
            view.forEach(item -> items.add(of(item)));
            return items.stream().sorted().toList().toString();
        }
        return SIGN.matcher(INSTANT.matcher(view.asString()).replaceAll("(instant)"))
                .replaceAll("a");
    }
}
