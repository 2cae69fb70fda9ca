package uk.mashhub.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.person.Uprn;

/** Makes one of each record of the module, found in the compiled classes, so that no new record escapes the tests. */
final class Specimens {
    /** In every free text. */
    static final String MARKER = "MARKERTEXT";

    /** Every day, and the day of every instant. */
    static final LocalDate DAY = LocalDate.of(1987, 6, 5);

    private static final UUID ANY_ID = UUID.fromString("00112233-4455-4677-8899-aabbccddeeff");

    /** Types that check their text, and constants without which a record makes no sense. */
    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(String.class, MARKER),
            Map.entry(boolean.class, true),
            Map.entry(long.class, 7L),
            Map.entry(int.class, 7),
            Map.entry(UUID.class, ANY_ID),
            Map.entry(LocalDate.class, DAY),
            Map.entry(Instant.class, Instant.parse("1987-06-05T04:03:02Z")),
            Map.entry(Outcome.class, Outcome.REDACT),
            Map.entry(AgencyId.class, new AgencyId("police")),
            Map.entry(SourceId.class, new SourceId("rms")),
            Map.entry(TeamId.class, new TeamId("police-desk")),
            Map.entry(AreaCode.class, new AreaCode("E10999999")),
            Map.entry(Principal.class, new Principal("police-rms")),
            Map.entry(PersonKey.class, new PersonKey(MARKER)),
            Map.entry(MessageId.class, new MessageId(MARKER)),
            Map.entry(PolicyHash.class, new PolicyHash("0".repeat(64))),
            Map.entry(NhsNumber.class, new NhsNumber("9990000018")),
            Map.entry(SupersededNhsNumber.class, new SupersededNhsNumber("9990000026")),
            Map.entry(Upn.class, new Upn("B801200005001")),
            Map.entry(PncId.class, new PncId("2002/0073319Z")),
            Map.entry(Crn.class, new Crn("X123456")),
            Map.entry(Uprn.class, new Uprn("100012345")),
            Map.entry(PersonIdentifier.class, new LocalId(new SourceId("rms"), MARKER)));

    private Specimens() {}

    /** All records among the main classes of this module. */
    static List<Class<? extends Record>> records() {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(f -> classes.relativize(f).toString())
                    .filter(f -> f.endsWith(".class") && !f.endsWith("-info.class"))
                    .sorted()
                    .map(f -> load(
                            f.substring(0, f.length() - 6).replace('/', '.').replace('\\', '.')))
                    .filter(Class::isRecord)
                    .<Class<? extends Record>>map(c -> c.asSubclass(Record.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of a record, with something in every component. */
    static Record one(Class<? extends Record> type) {
        Object known = KNOWN.get(type);
        return known == null ? construct(type, arguments(type)) : (Record) known;
    }

    /** Arguments from which the record can be made. */
    static Object[] arguments(Class<? extends Record> type) {
        Object known = KNOWN.get(type);
        return Arrays.stream(type.getRecordComponents())
                .map(c -> known == null ? value(c.getGenericType()) : read(c, (Record) known))
                .toArray();
    }

    /** Calls the canonical constructor; what it throws comes out as it is. */
    static Record construct(Class<? extends Record> type, Object[] arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object inner = value(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                return Optional.of(inner);
            }
            return generic.getRawType() == Set.class ? Set.of(inner) : List.of(inner);
        }
        return value((Class<?>) type);
    }

    private static Object value(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.get(type);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : one(type.asSubclass(Record.class));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
