package uk.mashhub.adapter.health;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Who the patients of a bundle are: in a referral, people of the message; in an answer, people who were asked about. */
interface Persons {
    /**
     * The person whom a reference means.
     *
     * @throws Unreadable if it means nobody here: a fact without its person is not attached to anybody
     */
    PersonKey of(Reference reference, Resource holder) throws Unreadable;

    /** What the person is to the matter, as far as the message says. */
    SubjectRole role(PersonKey person);

    /** Whether the person was under 18 on a day; empty if there is no telling. */
    Optional<Boolean> child(PersonKey person, Optional<LocalDate> day);

    /** What the labels on the patient's own record ask of everything about the patient. */
    Set<HandlingCondition> conditions(PersonKey person);
}
