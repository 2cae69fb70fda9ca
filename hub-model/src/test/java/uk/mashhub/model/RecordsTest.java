package uk.mashhub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/** What holds for every record of the module. */
class RecordsTest {
    /** Numbers that stand in the specimens; the free text and the day are in {@link Specimens}. */
    private static final List<String> PERSONAL = List.of(
            Specimens.MARKER, "1987", "06-05", "9990000018", "B801200005001", "0073319", "X123456", "100012345");

    static List<Class<? extends Record>> records() {
        return Specimens.records();
    }

    @Test
    void findsTheRecords() {
        assertThat(records()).hasSizeGreaterThan(50).contains(PersonDetails.class, PersonId.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void refusesNull(Class<? extends Record> type) {
        eachComponent(type, (component, place) -> {
            if (!component.getType().isPrimitive()) {
                Object[] arguments = Specimens.arguments(type);
                arguments[place] = null;
                assertThatThrownBy(() -> Specimens.construct(type, arguments))
                        .as(component.getName())
                        .isInstanceOf(NullPointerException.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void refusesNullInAList(Class<? extends Record> type) {
        eachComponent(type, (component, place) -> {
            if (Collection.class.isAssignableFrom(component.getType())) {
                Object[] arguments = Specimens.arguments(type);
                arguments[place] = component.getType() == Set.class
                        ? Collections.singleton(null)
                        : Collections.singletonList(null);
                assertThatThrownBy(() -> Specimens.construct(type, arguments))
                        .as(component.getName())
                        .isInstanceOf(NullPointerException.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void printsNoPersonalValue(Class<? extends Record> type) {
        assertThat(Specimens.one(type).toString()).doesNotContain(PERSONAL);
    }

    @ParameterizedTest
    @MethodSource("records")
    void keepsListsThatNobodyCanChange(Class<? extends Record> type) {
        Record specimen = Specimens.one(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (Specimens.read(component, specimen) instanceof Collection<?> held) {
                assertThatThrownBy(held::clear)
                        .as(component.getName())
                        .isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void keepsItsOwnCopyOfAList(Class<? extends Record> type) {
        eachComponent(type, (component, place) -> {
            if (component.getType() == List.class) {
                Object[] arguments = Specimens.arguments(type);
                List<Object> given = new ArrayList<>((List<?>) arguments[place]);
                arguments[place] = given;
                Record made = Specimens.construct(type, arguments);
                given.clear();
                assertThat((List<?>) Specimens.read(component, made))
                        .as(component.getName())
                        .isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void equalsAnotherMadeOfTheSame(Class<? extends Record> type) {
        Record again = Specimens.construct(type, Specimens.arguments(type));
        assertThat(again).isEqualTo(Specimens.one(type)).hasSameHashCodeAs(Specimens.one(type));
    }

    /** The test above would prove nothing of a record whose specimen is empty. */
    @ParameterizedTest
    @MethodSource("records")
    void fillsEveryComponentOfASpecimen(Class<? extends Record> type) {
        Record specimen = Specimens.one(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = Specimens.read(component, specimen);
            assertThat(value)
                    .isNotEqualTo(Optional.empty())
                    .isNotEqualTo(List.of())
                    .isNotEqualTo("");
        }
    }

    private static void eachComponent(Class<? extends Record> type, BiConsumer<RecordComponent, Integer> check) {
        RecordComponent[] components = type.getRecordComponents();
        for (int place = 0; place < components.length; place++) {
            check.accept(components[place], place);
        }
    }
}
