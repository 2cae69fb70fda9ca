package uk.mashhub.policy.view;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.CanonicalJson;
import uk.mashhub.policy.json.Json;

/**
 * Who lives together, as far as this reader is given something else that the same source told of a member: a household
 * says that its source knows the family. Members are those listed anyway, and an address stands here only as a line says it
 * that went through the gates for items.
 */
final class HouseholdLines {
    private final Reading reading;
    private final Roster roster;

    HouseholdLines(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
    }

    List<Json> all() {
        if (!reading.shows(ViewPart.HOUSEHOLDS)) {
            return List.of();
        }
        return reading.scene().packet().households().stream()
                .filter(this::known)
                .map(PacketHousehold::household)
                .filter(h -> !members(h).isEmpty())
                .map(this::json)
                .distinct()
                .sorted(Comparator.comparing(HouseholdLines::order))
                .toList();
    }

    /** Whether the reader may know of the source: its own agency's, or one that is given to it about a member. */
    private boolean known(PacketHousehold told) {
        List<PersonId> members = members(told.household());
        return told.owner().equals(reading.scene().audience().agency())
                || reading.given()
                        .map(Finding::item)
                        .filter(i -> i.provenance().owner().equals(told.owner())
                                && i.provenance().source().equals(told.source()))
                        .anyMatch(i -> people(i).stream().anyMatch(members::contains));
    }

    private static String order(Json json) {
        return new String(CanonicalJson.of(json).bytesWithOwnIds(), StandardCharsets.UTF_8);
    }

    private Json json(Household household) {
        List<PersonId> members = members(household);
        boolean lives = household.members().stream()
                .anyMatch(m -> m.livedThereOn(reading.scene().today()));
        return Json.object()
                .put("text", lives ? "Household" : "Former household")
                .put("members", reading.names().people(members))
                .put(
                        "address",
                        household.address().flatMap(a -> shown(a, household)).orElse(""))
                .line();
    }

    private List<PersonId> members(Household household) {
        return household.members().stream()
                .map(m -> m.person())
                .distinct()
                .filter(roster::listed)
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    /**
     * The address, if a line that stands in this view says it of a member, and of every member whom a safety rule shelters:
     * it says as much of each of them, and so must have gone through the gates for each.
     */
    private Optional<String> shown(Address address, Household household) {
        List<PersonId> members = members(household);
        Set<PersonId> sheltered = household.members().stream()
                .map(HouseholdMember::person)
                .filter(reading.scene().safety()::hides)
                .collect(Collectors.toSet());
        boolean said = reading.given()
                .filter(f -> f.outcome() != Outcome.SUMMARISE)
                .filter(f -> f.verdict().leavesWhole(FieldKind.ADDRESS))
                .map(Finding::item)
                .filter(i -> people(i).stream().anyMatch(members::contains))
                .filter(i -> people(i).containsAll(sheltered))
                .flatMap(i -> i.fields().stream())
                .anyMatch(x -> x.kind() == FieldKind.ADDRESS && says(x.value(), address));
        return said ? Optional.of(text(address)) : Optional.empty();
    }

    private static List<PersonId> people(Item item) {
        return item.subjects().stream().map(Subject::person).toList();
    }

    /** Every part of the address must be said, or a shown street would bring a withheld house number with it. */
    private static boolean says(String value, Address address) {
        String said = words(value);
        boolean lines = address.lines().stream().allMatch(l -> said.contains(words(l)));
        return lines && bare(value).contains(bare(address.postcode()));
    }

    private static String text(Address address) {
        String lines = String.join(", ", address.lines());
        return address.postcode().isBlank()
                ? lines
                : (lines.isEmpty() ? address.postcode() : lines + ", " + address.postcode());
    }

    /** Word by word: who reads '11 Mill Lane' has not been told of 1 Mill Lane. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    /** A postcode is written with a space or without. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
