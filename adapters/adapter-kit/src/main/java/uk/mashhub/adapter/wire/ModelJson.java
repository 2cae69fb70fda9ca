package uk.mashhub.adapter.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.Uprn;

/** One JSON mapper for all records of the model. Unknown properties fail; properties are written in a fixed order. */
public final class ModelJson {
    private static final List<Class<?>> TEXTS = List.of(
            AgencyId.class,
            SourceId.class,
            TeamId.class,
            AreaCode.class,
            Principal.class,
            MessageId.class,
            PersonKey.class,
            Uprn.class);
    private static final List<Class<?>> UUIDS = List.of(
            ReferralId.class,
            EnquiryId.class,
            PersonId.class,
            HouseholdId.class,
            ItemId.class,
            QuestionId.class,
            ViewId.class,
            LinkId.class,
            DisclosureId.class,
            ActId.class,
            UserId.class);

    private static final JsonMapper MAPPER = mapper();

    private ModelJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder b = JsonMapper.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(PersonIdentifier.class, ByScheme.class);
        TEXTS.forEach(c -> b.addMixIn(c, TextValue.class));
        UUIDS.forEach(c -> b.addMixIn(c, UuidValue.class));
        return b.build();
    }

    /** Writes a record of the model as UTF-8 JSON. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads a record of the model.
     *
     * @throws IllegalArgumentException if the bytes are not its JSON form; the message repeats none of them
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException("not the JSON form of " + type.getSimpleName());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "scheme")
    private interface ByScheme {}

    private abstract static class TextValue {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TextValue(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class UuidValue {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        UuidValue(UUID value) {}

        @JsonValue
        abstract UUID value();
    }
}
