package uk.mashhub.adapter.council.marf;

import java.util.Locale;
import java.util.Set;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Words for what somebody does. A role is shown where nothing else is, so only a listed word is a role; any other is free
 * text, which may say 'manager of the refuge in Such Street'.
 */
final class RoleWords {
    static final Set<String> LISTED = Set.of(
            "teacher",
            "head teacher",
            "designated safeguarding lead",
            "school nurse",
            "nursery worker",
            "health visitor",
            "midwife",
            "general practitioner",
            "nurse",
            "doctor",
            "paediatrician",
            "psychologist",
            "social worker",
            "early help worker",
            "family support worker",
            "youth worker",
            "youth justice worker",
            "police officer",
            "probation officer",
            "housing officer",
            "support worker",
            "domestic abuse adviser",
            "substance misuse worker",
            "volunteer",
            "member of the public",
            "neighbour",
            "relative",
            "parent");

    private RoleWords() {}

    static FieldKind kindOf(String role) {
        return LISTED.contains(role.strip().toLowerCase(Locale.ROOT)) ? FieldKind.ROLE : FieldKind.NARRATIVE;
    }
}
