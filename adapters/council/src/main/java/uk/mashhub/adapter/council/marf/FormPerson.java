package uk.mashhub.adapter.council.marf;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * A person of the form, read.
 *
 * @param standing what the person is to the children
 * @param section the part of the form where the person stands
 */
record FormPerson(
        PersonKey key,
        Section section,
        SubjectRole standing,
        Set<SubjectRole> roles,
        PersonDetails details,
        Form form) {
    FormPerson {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(standing, "standing");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(details, "details");
        Objects.requireNonNull(form, "form");
    }

    static FormPerson of(PersonKey key, Section section, SubjectRole standing, PersonDetails details, Form form) {
        Set<SubjectRole> roles = EnumSet.of(standing);
        if (form.flag("allegedPerpetrator")) {
            roles.add(SubjectRole.ALLEGED_PERPETRATOR);
        }
        if (form.flag("victim")) {
            roles.add(SubjectRole.VICTIM);
        }
        return new FormPerson(key, section, standing, roles, details, form);
    }

    boolean child() {
        return section == Section.CHILDREN;
    }

    boolean allegedPerpetrator() {
        return roles.contains(SubjectRole.ALLEGED_PERPETRATOR);
    }

    /** The person as a subject of an item; the role that restricts most goes first. */
    SourceSubject subject() {
        return new SourceSubject(key, allegedPerpetrator() ? SubjectRole.ALLEGED_PERPETRATOR : standing);
    }

    /** Where the person lives now, as far as the form says. */
    Optional<Address> home() {
        return List.of(AddressUse.CURRENT, AddressUse.TEMPORARY, AddressUse.USUAL, AddressUse.UNKNOWN).stream()
                .flatMap(use -> details.addresses().stream().filter(a -> a.use() == use))
                .filter(a -> a.to().isEmpty())
                .map(DatedAddress::address)
                .findFirst();
    }

    @Override
    public String toString() {
        return "FormPerson" + roles;
    }
}
