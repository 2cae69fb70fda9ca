package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Who works with the family already: one item for each agency named. */
final class AgencyItems {
    private AgencyItems() {}

    static List<SourceItem> of(Form form, Cast cast, Sheet sheet, Terms terms) {
        List<SourceItem> items = new ArrayList<>();
        for (Form agency : form.objects("agencies")) {
            Service service = terms.code(agency, "service", Service.class, Service.UNKNOWN, Service.UNKNOWN);
            List<SourceSubject> about = cast.named(agency, "about").stream()
                    .map(FormPerson::subject)
                    .toList();
            item(sheet, agency, classOf(service, cast.named(agency, "about")))
                    .about(about.isEmpty() ? everyoneOr(service, sheet) : about)
                    .item()
                    .ifPresent(items::add);
        }
        return items;
    }

    /** An adult's clinic for the mind is the parent's treatment; a child's is the child's health. */
    private static DataClass classOf(Service service, List<FormPerson> about) {
        boolean children = !about.isEmpty() && about.stream().allMatch(FormPerson::child);
        return children && service.dataClass() == DataClass.PARENT_HEALTH_TREATMENT
                ? DataClass.CHILD_HEALTH
                : service.dataClass();
    }

    private static List<SourceSubject> everyoneOr(Service service, Sheet sheet) {
        return service == Service.REFUGE ? sheet.everybody() : sheet.children();
    }

    private static ItemDraft item(Sheet sheet, Form agency, DataClass dataClass) {
        return sheet.item(Section.AGENCIES, agency.pointer(), dataClass)
                .field(FieldKind.AGENCY_NAME, "Agency", agency.text("name"))
                .field(FieldKind.SERVICE_NAME, "Service", agency.text("service"))
                .field(FieldKind.CONTACT_POINT, "Worker", agency.text("worker"))
                .field(RoleWords.kindOf(agency.text("role")), "Role of the worker", agency.text("role"))
                .field(FieldKind.TELEPHONE, "Telephone", agency.text("telephone"))
                .field(FieldKind.EMAIL, "Email", agency.text("email"))
                .field(FieldKind.STATUS, "Lead professional", agency.flag("leadProfessional") ? "yes" : "")
                .field(FieldKind.NARRATIVE, "Plan or assessment", agency.text("plan"));
    }
}
