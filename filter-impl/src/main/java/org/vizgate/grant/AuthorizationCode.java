package org.vizgate.grant;

/**
 * What an authorization code stands for (RFC 6749 section 4.1).
 *
 * @param redirectUri where the code was sent
 * @param codeChallenge the S256 challenge of the client (RFC 7636)
 */
public record AuthorizationCode(Approval approval, String redirectUri, String codeChallenge) {}
