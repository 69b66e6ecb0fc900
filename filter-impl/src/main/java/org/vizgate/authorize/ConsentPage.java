package org.vizgate.authorize;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vizgate.client.RedirectUris;
import org.vizgate.page.Html;
import org.vizgate.page.Page;
import org.vizgate.page.Texts;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.tableau.SiteLock;
import org.vizgate.web.Call;
import org.vizgate.web.Reply;

/** Asks a person whether a client may act for them at Tableau. Works without scripts. */
final class ConsentPage {
    private final EndpointUris uris;
    private final URI tableau;
    private final SiteLock site;

    /** @param tableau where the sign-in will be */
    ConsentPage(EndpointUris uris, URI tableau, SiteLock site) {
        this.uris = uris;
        this.tableau = tableau;
        this.site = site;
    }

    /**
     * The page.
     *
     * @param sealedRequest comes back with the answer
     * @param otherUser who signed in instead of the user who had consented before
     */
    Reply reply(AuthorizationRequest request, String sealedRequest, Optional<String> otherUser, Call call) {
        Texts texts = Texts.in(call.locale());
        StringBuilder body = new StringBuilder();
        otherUser.ifPresent(name -> body.append("<p class=\"warning\">")
                .append(texts.html("consent.again", name))
                .append("</p>\n"));
        body.append("<p>").append(texts.html("consent.what")).append("</p>\n<dl>\n");
        row(body, texts.html("consent.client"), name(request, texts), clientNote(request, texts));
        request.clientHost()
                .ifPresent(host ->
                        row(body, texts.html("consent.host"), Html.escaped(host), texts.html("consent.host.note")));
        row(body, texts.html("consent.redirect"), target(request.redirectUri(), texts), "");
        row(body, texts.html("consent.scopes"), scopes(request, texts), "");
        row(body, texts.html("consent.site"), site(texts), "");
        row(body, texts.html("consent.server"), Html.escaped(tableau.getRawAuthority()), "");
        body.append("</dl>\n");
        if (!request.isAnsweredAtKnownHost()) {
            body.append("<p class=\"warning\">")
                    .append(texts.html("consent.loopback"))
                    .append("</p>\n");
        }
        body.append(form(sealedRequest, texts));
        return Page.reply(200, texts, texts.html("consent.title", plainName(request, texts)), body.toString());
    }

    private static void row(StringBuilder body, String term, String meaning, String note) {
        body.append("<div><dt>").append(term).append("</dt><dd>").append(meaning);
        if (!note.isEmpty()) {
            body.append("<small>").append(note).append("</small>");
        }
        body.append("</dd></div>\n");
    }

    private static Object plainName(AuthorizationRequest request, Texts texts) {
        return request.clientName().isEmpty() ? texts.plain("consent.unnamed") : request.clientName();
    }

    private static String name(AuthorizationRequest request, Texts texts) {
        return request.clientName().isEmpty() ? texts.html("consent.unnamed") : Html.escaped(request.clientName());
    }

    private static String clientNote(AuthorizationRequest request, Texts texts) {
        return texts.html(request.isClientConfigured() ? "consent.client.configured" : "consent.client.note");
    }

    private static String target(String redirectUri, Texts texts) {
        URI uri = URI.create(redirectUri);
        if (RedirectUris.isLoopback(redirectUri)) {
            return texts.html("consent.redirect.loopback", uri.getRawAuthority());
        }
        if (RedirectUris.isCustomScheme(redirectUri)) {
            return texts.html("consent.redirect.custom", uri.getScheme() + ":");
        }
        return Html.escaped(uri.getRawAuthority());
    }

    private static String scopes(AuthorizationRequest request, Texts texts) {
        if (request.scopes().isEmpty()) {
            return texts.html("consent.scopes.none");
        }
        return request.scopes().values().stream()
                .map(scope -> "<li><code>" + Html.escaped(scope) + "</code></li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private String site(Texts texts) {
        if (!site.isLocked() && site.contentUrl().isEmpty()) {
            return texts.html("consent.site.any");
        }
        return Html.escaped(SiteLock.named(site.contentUrl()));
    }

    private String form(String sealedRequest, Texts texts) {
        return """
                <form method="post" action="%s">
                <input type="hidden" name="request" value="%s">
                <div class="actions">
                <button class="main" name="decision" value="allow">%s</button>
                <button name="decision" value="deny">%s</button>
                </div>
                </form>
                """.formatted(
                        Html.escaped(uris.consent().getRawPath()),
                        Html.escaped(sealedRequest),
                        texts.html("consent.allow"),
                        texts.html("consent.deny"));
    }
}
