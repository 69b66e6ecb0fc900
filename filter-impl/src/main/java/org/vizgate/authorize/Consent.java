package org.vizgate.authorize;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.web.Call;
import org.vizgate.web.Reply;
import org.vizgate.web.SetCookie;

/** Whether a user must be asked, and the asking. */
final class Consent {
    private static final int BROWSER_BYTES = 16;

    private final ConsentPolicy policy;
    private final RememberedConsents remembered;
    private final ConsentPage page;
    private final SealedRequests sealed;
    private final BrowserCookies cookies;
    private final Duration life;
    private final RandomTokens random;
    private final Clock clock;

    Consent(
            ConsentPolicy policy,
            RememberedConsents remembered,
            ConsentPage page,
            SealedRequests sealed,
            BrowserCookies cookies,
            Duration life,
            RandomTokens random,
            Clock clock) {
        this.policy = policy;
        this.remembered = remembered;
        this.page = page;
        this.sealed = sealed;
        this.cookies = cookies;
        this.life = life;
        this.random = random;
        this.clock = clock;
    }

    /** Whether an administrator decided for everybody. */
    boolean isNotNeeded(AuthorizationRequest request) {
        return policy == ConsentPolicy.NEVER && request.isClientConfigured();
    }

    /** The LUID of the user who allowed this before; whoever signs in must be that user. */
    Optional<String> remembered(AuthorizationRequest request, Call call) {
        return isRememberable(request) ? remembered.userWhoAllowed(request, call) : Optional.empty();
    }

    /** The cookie that remembers a consent, where it may be remembered. */
    Optional<SetCookie> remember(AuthorizationRequest request, String user, Call call) {
        return isRememberable(request) ? Optional.of(remembered.with(request, user, call)) : Optional.empty();
    }

    private boolean isRememberable(AuthorizationRequest request) {
        return policy != ConsentPolicy.ALWAYS && request.isAnsweredAtKnownHost();
    }

    /** The consent page, bound to this browser. */
    Reply ask(AuthorizationRequest request, Optional<String> otherUser, Call call) {
        String browser = cookies.browser(call).orElseGet(() -> random.text(BROWSER_BYTES));
        String form = sealed.form(request, browser, clock.instant().plus(life));
        return page.reply(request, form, otherUser, call).with(cookies.browser(browser));
    }
}
