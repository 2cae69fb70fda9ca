package uk.mashhub.match.tool;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.vocabulary.Sex;

/** What records say in a field, as it is compared: for whoever holds the file that they stand in, and for nobody else. */
final class Said {
    private Said() {}

    /** What both say once, or what each says with a stroke between; empty if neither says anything. */
    static String of(Profile left, Profile right, Field field) {
        return Stream.of(of(left, field), of(right, field))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private static String of(Profile record, Field field) {
        return switch (field) {
            case FORENAME -> names(record, n -> List.of(n.forename()));
            case SURNAME -> names(record, Name::family);
            case OTHER_NAMES -> names(record, Name::others);
            case WHOLE_NAME ->
                names(
                        record,
                        n -> Stream.of(List.of(n.forename()), n.others(), n.family())
                                .flatMap(List::stream)
                                .toList());
            case BORN ->
                record.born()
                        .map(b -> b.digits().replaceFirst("(....)(..)(..)", "$1-$2-$3"))
                        .orElse("");
            case SEX ->
                record.sex() == Sex.UNKNOWN
                        ? ""
                        : record.sex().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            default -> String.join(", ", record.values(field));
        };
    }

    private static String names(Profile record, Function<Name, List<String>> part) {
        return record.names().stream()
                .map(n -> String.join(" ", part.apply(n)).trim())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
