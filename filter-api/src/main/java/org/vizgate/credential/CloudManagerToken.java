package org.vizgate.credential;

import org.vizgate.session.Secret;

/**
 * A personal access token of Cloud Manager, made in Cloud Manager itself: another thing than a {@link PersonalAccessToken}
 * of a site, and neither does in place of the other.
 *
 * @param secret all that is sent; the token's name is not
 */
public record CloudManagerToken(Secret secret) implements CloudManagerCredential {
    public CloudManagerToken {
        Texts.require(secret, "the secret of a Cloud Manager token");
    }
}
