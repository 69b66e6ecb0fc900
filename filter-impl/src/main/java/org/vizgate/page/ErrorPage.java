package org.vizgate.page;

import java.util.Optional;

import org.vizgate.web.Call;
import org.vizgate.web.Reply;

/** The errors that people meet, each a page which says what happened and what to do. */
public enum ErrorPage {
    /** The client is not known, or its registration has ended. */
    UNKNOWN_CLIENT("unknown-client", 400),
    /** The client is named by the address of its metadata document, and that cannot be read or used. */
    UNREADABLE_CLIENT("unreadable-client", 400),
    /** The client asked to be answered at an address that is not registered. */
    BAD_REDIRECT("bad-redirect", 400),
    /** The request is malformed, and nobody can be told but the person. */
    BAD_REQUEST("bad-request", 400),
    /** The form was too old, or came from another browser or site. */
    FORM_EXPIRED("form-expired", 400),
    /** The browser came back from Tableau without the cookie of this sign-in, too late, or twice. */
    SIGN_IN_LOST("sign-in-lost", 400),
    /** The user signed in to another site than the one this application is for. */
    WRONG_SITE("wrong-site", 403),
    /** The browser has a session on another site at Tableau. */
    OTHER_SITE_OPEN("other-site-open", 403),
    /** An administrator keeps this user out. */
    BLOCKED_USER("blocked-user", 403),
    /** Tableau or our store does not answer. */
    UNAVAILABLE("unavailable", 503),
    /** We have too much to do at the moment. */
    BUSY("busy", 503),
    /** The person, or somebody at the same address, asks too often. */
    TOO_MANY("too-many", 429),
    /** A fault of ours. */
    INTERNAL("internal", 500),
    /** A method that an address does not have. */
    BAD_METHOD("bad-method", 405);

    private final String key;
    private final int status;

    ErrorPage(String key, int status) {
        this.key = key;
        this.status = status;
    }

    /**
     * The page for one request.
     *
     * @param wayBack where the person may go on, if there is a place
     * @param values put into the explanation
     */
    public Reply reply(Call call, Optional<String> wayBack, Object... values) {
        Texts texts = Texts.in(call.locale());
        StringBuilder body = new StringBuilder();
        body.append("<p>").append(texts.html(key + ".what", values)).append("</p>\n");
        body.append("<p>").append(texts.html(key + ".do", values)).append("</p>\n");
        wayBack.ifPresent(address -> body.append("<p><a class=\"button\" href=\"")
                .append(Html.escaped(address))
                .append("\">")
                .append(texts.html("way-back"))
                .append("</a></p>\n"));
        body.append("<p class=\"small\">")
                .append(texts.html("reference", call.correlationId()))
                .append("</p>");
        return Page.reply(status, texts, texts.html(key + ".title"), body.toString());
    }
}
