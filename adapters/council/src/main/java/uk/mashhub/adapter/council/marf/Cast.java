package uk.mashhub.adapter.council.marf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.model.id.PersonKey;

/** The people of one form by their keys. A key means one person, and every key that is used means somebody. */
final class Cast {
    private final Map<String, FormPerson> people;

    private Cast(Map<String, FormPerson> people) {
        this.people = people;
    }

    /**
     * The cast.
     *
     * @throws Unreadable NOT_VALID if two people have one key, or a key is used that nobody has
     */
    static Cast of(Form form, List<FormPerson> all) throws Unreadable {
        Map<String, FormPerson> people = new LinkedHashMap<>();
        for (FormPerson person : all) {
            if (people.put(person.key().value(), person) != null) {
                throw new Unreadable(Fault.NOT_VALID, person.form().place("key"), "two people have this key");
            }
        }
        Cast cast = new Cast(people);
        cast.checkUses(form);
        return cast;
    }

    private void checkUses(Form form) throws Unreadable {
        for (Form relationship : form.objects("relationships")) {
            known(relationship, "from", List.of(relationship.text("from")));
            known(relationship, "to", List.of(relationship.text("to")));
        }
        for (Form dwelling : form.objects("households")) {
            known(dwelling, "members", dwelling.texts("members"));
        }
        for (Form agency : form.objects("agencies")) {
            known(agency, "about", agency.texts("about"));
        }
        for (Form concern : form.object("concern").stream().toList()) {
            for (Form risk : concern.objects("risksToStaff")) {
                known(risk, "about", risk.texts("about"));
            }
        }
        for (Form consent : form.object("consent").stream().toList()) {
            for (Form agreement : consent.objects("agreements")) {
                known(agreement, "covers", agreement.texts("covers"));
            }
        }
    }

    private void known(Form form, String field, List<String> keys) throws Unreadable {
        if (!people.keySet().containsAll(keys)) {
            throw new Unreadable(Fault.NOT_VALID, form.place(field), "names a key that nobody on the form has");
        }
    }

    List<FormPerson> everybody() {
        return List.copyOf(people.values());
    }

    List<FormPerson> children() {
        return people.values().stream().filter(FormPerson::child).toList();
    }

    /** The people whom a field names, each once. */
    List<FormPerson> named(Form form, String field) {
        return form.texts(field).stream().distinct().map(this::person).toList();
    }

    PersonKey key(Form form, String field) {
        return person(form.text(field)).key();
    }

    private FormPerson person(String key) {
        return Objects.requireNonNull(people.get(key), "checked when the cast was made");
    }
}
