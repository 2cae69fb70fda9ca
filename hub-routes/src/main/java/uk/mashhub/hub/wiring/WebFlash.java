package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * What a page says to the next one of the same session, such as that something was done: kept in the session as plain lists and maps,
 * so that any hub can read it.
 */
final class WebFlash extends AbstractFlashMapManager {
    private static final String ATTRIBUTE = "flash";
    private static final String PATH = "path";
    private static final String PARAMETERS = "parameters";
    private static final String EXPIRES = "expires";
    private static final String SAID = "said";

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof List<?> kept)) {
            return null;
        }
        List<FlashMap> flashes = new ArrayList<>();
        for (Object one : kept) {
            if (one instanceof Map<?, ?> map) {
                flashes.add(flash(map));
            }
        }
        return flashes;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        List<Object> kept = new ArrayList<>();
        flashes.forEach(flash -> kept.add(kept(flash)));
        request.getSession().setAttribute(ATTRIBUTE, kept.isEmpty() ? null : kept);
    }

    private static Map<String, Object> kept(FlashMap flash) {
        Map<String, Object> said = new LinkedHashMap<>();
        flash.forEach((name, value) -> said.put(name, value instanceof List<?> list ? new ArrayList<>(list) : value));
        Map<String, Object> parameters = new LinkedHashMap<>();
        flash.getTargetRequestParams().forEach((name, values) -> parameters.put(name, new ArrayList<>(values)));
        Map<String, Object> kept = new LinkedHashMap<>();
        if (flash.getTargetRequestPath() != null) {
            kept.put(PATH, flash.getTargetRequestPath());
        }
        kept.put(PARAMETERS, parameters);
        kept.put(EXPIRES, Long.toString(flash.getExpirationTime()));
        kept.put(SAID, said);
        return kept;
    }

    private static FlashMap flash(Map<?, ?> kept) {
        FlashMap flash = new FlashMap();
        if (kept.get(PATH) instanceof String path) {
            flash.setTargetRequestPath(path);
        }
        if (kept.get(PARAMETERS) instanceof Map<?, ?> parameters) {
            parameters.forEach((name, values) ->
                    ((List<?>) values).forEach(v -> flash.addTargetRequestParam((String) name, (String) v)));
        }
        if (kept.get(EXPIRES) instanceof String expires) {
            flash.setExpirationTime(Long.parseLong(expires));
        }
        if (kept.get(SAID) instanceof Map<?, ?> said) {
            said.forEach((name, value) -> flash.put((String) name, value));
        }
        return flash;
    }
}
