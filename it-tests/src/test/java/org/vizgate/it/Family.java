package org.vizgate.it;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The refresh tokens of one sign-in in the hands of a good client: it asks again when no answer came or it was told to come
 * back later, with the token it has, and never with an older one. For one thread.
 */
final class Family {
    private final OAuthClient client;
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private Tokens tokens;
    private Tokens before;
    private int refreshes;
    private boolean isLost;

    private Family(OAuthClient client, Tokens tokens) {
        this.client = client;
        this.tokens = tokens;
        this.before = tokens;
    }

    static Family begin(OAuthClient client) {
        return new Family(client, SignIn.of(client).tokens());
    }

    static Family of(OAuthClient client, Tokens tokens) {
        return new Family(client, tokens);
    }

    /** One refresh, however often it has to be asked for. */
    void refresh() {
        take(patiently(() -> client.refresh(tokens.refresh())));
    }

    /** As two tabs do: the same refresh twice at the same moment. Both must get the same. */
    void refreshTwiceAtOnce() {
        List<Answer> answers = Together.times(2, () -> patiently(() -> client.refresh(tokens.refresh())));
        if (answers.stream().allMatch(answer -> answer.status() == 200)) {
            assertThat(Tokens.of(answers.get(0)).refresh())
                    .isEqualTo(Tokens.of(answers.get(1)).refresh());
        }
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .ifPresentOrElse(this::take, () -> take(answers.get(0)));
    }

    private void take(Answer answer) {
        if (answer.status() == 200) {
            before = tokens;
            tokens = Tokens.of(answer);
            refreshes++;
        } else {
            assertThat(answer.error()).as(answer.body()).isEqualTo("invalid_grant");
            isLost = true;
        }
    }

    private Answer patiently(Supplier<Answer> asking) {
        return Patience.answered(asking, statuses);
    }

    /** Asks with the token before once more: a second successor would show. */
    void assertOneSuccessor() {
        if (refreshes > 0) {
            assertThat(Tokens.of(patiently(() -> client.refresh(before.refresh())))
                            .refresh())
                    .isEqualTo(tokens.refresh());
        }
    }

    Tokens tokens() {
        return tokens;
    }

    int refreshes() {
        return refreshes;
    }

    boolean isLost() {
        return isLost;
    }

    /** Each status that came; 0 is a connection that broke. */
    Set<Integer> statuses() {
        return statuses;
    }
}
