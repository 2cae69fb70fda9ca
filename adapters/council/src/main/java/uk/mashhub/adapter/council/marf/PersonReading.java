package uk.mashhub.adapter.council.marf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.person.Uprn;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Reads the people of a form. A number or date that does not check is dropped from the person and kept as a term. */
final class PersonReading {
    /** What somebody of the household may be. A perpetrator is one however it is said. */
    private static final Set<SubjectRole> STANDINGS = Set.of(
            SubjectRole.PARENT,
            SubjectRole.HOUSEHOLD_ADULT,
            SubjectRole.SIBLING,
            SubjectRole.THIRD_PARTY,
            SubjectRole.ALLEGED_PERPETRATOR,
            SubjectRole.VICTIM);

    private final Terms terms;
    private final LocalDate receivedOn;
    private final Optional<SourceId> councilNumbers;

    /**
     * A reading.
     *
     * @param receivedOn nobody was born after it
     * @param councilNumbers the source whose own numbers the form's council numbers are
     */
    PersonReading(Terms terms, LocalDate receivedOn, Optional<SourceId> councilNumbers) {
        this.terms = terms;
        this.receivedOn = receivedOn;
        this.councilNumbers = councilNumbers;
    }

    /** Children first, then household, each in the order of the form. */
    List<FormPerson> people(Form form) {
        List<FormPerson> all = new ArrayList<>();
        for (Form child : form.objects("children")) {
            boolean index = !child.has("subjectOfConcern") || child.flag("subjectOfConcern");
            all.add(person(child, Section.CHILDREN, index ? SubjectRole.INDEX_CHILD : SubjectRole.SIBLING));
        }
        for (Form adult : form.objects("household")) {
            all.add(person(adult, Section.HOUSEHOLD, standing(adult)));
        }
        return all;
    }

    private SubjectRole standing(Form adult) {
        SubjectRole role = terms.code(adult, "role", SubjectRole.class, SubjectRole.UNKNOWN, SubjectRole.UNKNOWN);
        if (STANDINGS.contains(role)) {
            return role;
        }
        if (role != SubjectRole.UNKNOWN) {
            terms.keep(adult.place("role"), adult.text("role"));
        }
        return SubjectRole.UNKNOWN;
    }

    private FormPerson person(Form form, Section section, SubjectRole standing) {
        PersonDetails details = new PersonDetails(
                names(form),
                birthDate(form),
                terms.code(form, "sex", Sex.class, Sex.UNKNOWN, Sex.UNKNOWN),
                identifiers(form),
                form.objects("addresses").stream()
                        .flatMap(a -> dated(a).stream())
                        .toList(),
                form.texts("telephones"));
        return FormPerson.of(new PersonKey(form.text("key")), section, standing, details, form);
    }

    private List<PersonName> names(Form person) {
        List<PersonName> names = new ArrayList<>();
        for (Form name : person.objects("names")) {
            List<String> given = name.texts("given");
            if (!given.isEmpty() || !name.text("family").isEmpty()) {
                NameUse unsaid = names.isEmpty() ? NameUse.USUAL : NameUse.ALIAS;
                names.add(new PersonName(
                        given, name.text("family"), terms.code(name, "use", NameUse.class, unsaid, NameUse.UNKNOWN)));
            }
        }
        return names;
    }

    private Optional<BirthDate> birthDate(Form person) {
        Optional<LocalDate> born = terms.day(person, "birthDate");
        if (born.filter(day -> day.isAfter(receivedOn)).isPresent()) {
            terms.keep(person.place("birthDate"), person.text("birthDate"));
            born = Optional.empty();
        }
        Accuracy accuracy =
                terms.code(person, "birthDateAccuracy", Accuracy.class, Accuracy.ACCURATE, Accuracy.UNCERTAIN);
        return born.map(day -> new BirthDate(day, accuracy))
                .or(() -> terms.day(person, "expectedDate").map(day -> new BirthDate(day, Accuracy.EXPECTED)));
    }

    private List<PersonIdentifier> identifiers(Form person) {
        List<PersonIdentifier> all = new ArrayList<>();
        terms.read(person, "nhsNumber", NhsNumber::new).ifPresent(all::add);
        terms.read(person, "upn", Upn::new).ifPresent(all::add);
        terms.read(person, "pncId", PncId::new).ifPresent(all::add);
        councilNumbers
                .flatMap(source -> terms.read(person, "councilNumber", text -> new LocalId(source, text)))
                .ifPresent(all::add);
        return all;
    }

    private Optional<DatedAddress> dated(Form form) {
        return address(form, terms)
                .map(address -> new DatedAddress(
                        address,
                        terms.code(form, "use", AddressUse.class, AddressUse.UNKNOWN, AddressUse.UNKNOWN),
                        terms.day(form, "from"),
                        terms.day(form, "to")));
    }

    /** The address, or nothing if it has neither line nor postcode. */
    static Optional<Address> address(Form form, Terms terms) {
        List<String> lines = form.texts("lines");
        Optional<Uprn> uprn = terms.read(form, "uprn", Uprn::new);
        return lines.isEmpty() && form.text("postcode").isEmpty()
                ? Optional.empty()
                : Optional.of(new Address(lines, form.text("postcode"), uprn));
    }
}
