package uk.mashhub.hub.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.mashhub.hub.triage.Reader;

/** Hands each screen its reader. Whom the hub does not know gets no screen at all. */
final class WebReader implements HandlerMethodArgumentResolver {

    /** Somebody signed in at the provider whom the hub does not know. */
    static final class UnknownReader extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownReader() {
            super("signed in, but of no team of this partnership", null, false, false);
        }
    }

    private final SecurityClaims claims;

    WebReader(SecurityClaims claims) {
        this.claims = claims;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Reader.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return claims.reader(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(UnknownReader::new);
    }
}
