package uk.mashhub.hub.screens;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people do at the screens. */
public final class Hands {
    private Hands() {}

    /** A member of a team looks at an address. */
    public static ResultActions look(String team, String path) throws Exception {
        return Screens.mvc().perform(get(path).with(Screens.as(team)));
    }

    /** The page that a member of a team gets. */
    public static String page(String team, String path) throws Exception {
        return look(team, path).andReturn().getResponse().getContentAsString();
    }

    /** A member of a team sends a form: names and values in turn. */
    public static ResultActions send(String team, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(path).with(Screens.as(team)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return Screens.mvc().perform(form);
    }
}
