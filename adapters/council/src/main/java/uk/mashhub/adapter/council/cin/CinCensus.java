package uk.mashhub.adapter.council.cin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.Upn;

/** One census, indexed by the two numbers that name a child in it. Immutable; kept in memory only. */
final class CinCensus {
    private final Optional<LocalDate> referenceDate;
    private final Optional<Instant> writtenAt;
    private final List<CinChild> children;
    private final Map<Upn, Set<CinChild>> byUpn = new HashMap<>();
    private final Map<String, Set<CinChild>> byLocalNumber = new HashMap<>();

    CinCensus(Optional<LocalDate> referenceDate, Optional<Instant> writtenAt, List<CinChild> children) {
        this.referenceDate = referenceDate;
        this.writtenAt = writtenAt;
        this.children = List.copyOf(children);
        for (CinChild child : children) {
            child.upn()
                    .ifPresent(upn ->
                            byUpn.computeIfAbsent(upn, k -> identitySet()).add(child));
            if (!child.localNumber().isEmpty()) {
                byLocalNumber
                        .computeIfAbsent(child.localNumber(), k -> identitySet())
                        .add(child);
            }
        }
    }

    /** The day as at which the census speaks. */
    Optional<LocalDate> referenceDate() {
        return referenceDate;
    }

    /** When the council's system wrote it. */
    Optional<Instant> writtenAt() {
        return writtenAt;
    }

    List<CinChild> children() {
        return children;
    }

    /** Whether a person has a number by which this could find anybody. */
    static boolean searchable(AskedPerson person, SourceId source) {
        return person.identifiers().stream().anyMatch(id -> id instanceof Upn || local(id, source));
    }

    /** Every child that has one of the person's numbers: one, nobody, or, where numbers are not unique, several. */
    List<CinChild> find(AskedPerson person, SourceId source) {
        Set<CinChild> found = identitySet();
        for (PersonIdentifier id : person.identifiers()) {
            if (id instanceof Upn upn) {
                found.addAll(byUpn.getOrDefault(upn, Set.of()));
            } else if (local(id, source)) {
                found.addAll(byLocalNumber.getOrDefault(id.value(), Set.of()));
            }
        }
        return children.stream().filter(found::contains).toList();
    }

    /** Where a child of this census stands in it, from 1. Two records that read the same stand in two places. */
    int place(CinChild child) {
        int place = 1;
        for (CinChild each : children) {
            if (each == child) {
                return place;
            }
            place++;
        }
        throw new IllegalArgumentException("not of this census");
    }

    private static boolean local(PersonIdentifier id, SourceId source) {
        return id instanceof LocalId number && number.source().equals(source);
    }

    /** Two records that read the same are still two records. */
    private static Set<CinChild> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @Override
    public String toString() {
        return "CinCensus[" + children.size() + " children]";
    }
}
