package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.credential.Identity;
import org.vizgate.standin.credential.KnownCredentials;
import org.vizgate.standin.credential.Refused;
import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.Sessions;

/** A session for a credential. Whether the credential or the site was wrong is not told. */
final class SignIn implements RestMethod {
    private final Product product;
    private final StandInData data;
    private final Sessions sessions;
    private final KnownCredentials credentials;

    SignIn(Product product, StandInData data, Sessions sessions, KnownCredentials credentials) {
        this.product = product;
        this.data = data;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        SignInRequest request = SignInRequest.parse(call);
        Site site = data.site(request.contentUrl())
                .filter(found -> !(product.isCloud() && found.isDefault()))
                .orElseThrow(RestFault::signIn);
        Identity identity = open(request, site);
        User user = request.impersonated().isPresent()
                ? impersonated(identity, request.impersonated().get(), site)
                : data.user(identity.userName(), site).orElseThrow(RestFault::signIn);
        Session session = sessions.create(user, identity.access());
        return Optional.of(SessionAnswer.of(session, site, sessions.limits()));
    }

    private Identity open(SignInRequest request, Site site) {
        try {
            return switch (request.kind()) {
                case PASSWORD -> credentials.passwords().open(request.name(), request.secret());
                case PERSONAL_ACCESS_TOKEN -> credentials.personalAccessTokens().open(request.name(), request.secret());
                case CONNECTED_APP -> credentials.connectedApps().open(request.secret(), site);
                case UNIFIED_ACCESS -> credentials.unifiedAccess().openSite(request.secret(), site);
            };
        } catch (Refused refused) {
            throw RestFault.signIn(refused.number());
        }
    }

    private User impersonated(Identity caller, String luid, Site site) {
        if (product.isCloud() || !data.isServerAdministrator(caller.userName())) {
            throw RestFault.impersonation();
        }
        return data.usersOf(site).stream()
                .filter(user -> user.luid().equals(luid))
                .findFirst()
                .orElseThrow(RestFault::unknownUser);
    }
}
