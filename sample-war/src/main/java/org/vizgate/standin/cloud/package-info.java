/**
 * Tableau Cloud Manager: sign-in for cloud administrators, and the configurations of unified access tokens. JSON only.
 *
 * <p>The door is {@link org.vizgate.standin.cloud.CloudManager}. A {@link org.vizgate.standin.cloud.CloudMethod} returns JSON,
 * or nothing (204), or throws a {@link org.vizgate.standin.cloud.CloudFault}.
 *
 * <p>Documented by Tableau are {@code POST /api/v1/pat/login}, {@code POST /api/v1/tcuJwt/login}, {@code POST
 * /api/v1/uat-configurations} and the header {@code x-tableau-session-token}. Seen in other people's clients: the list, the
 * {@code DELETE} of a configuration, {@code DELETE /api/v2/sessions}, {@code GET /api/v1/tenants/{id}/sites}, and the members
 * {@code message} and {@code errorCode} of errors.
 *
 * <p>Invented, so nobody should take it for Tableau's: every value of {@code errorCode}; the status 201 of a new configuration;
 * reading one configuration by {@code GET}, replacing it by {@code PUT} and changing parts of it by {@code PATCH}; {@code POST
 * /api/v1/uat-revocations} with <code>{"jti":"..."}</code>, which also ends the sessions that this JWT opened; that two
 * configurations may not have the same issuer; and that configurations need no scope.
 */
@NullMarked
package org.vizgate.standin.cloud;

import org.jspecify.annotations.NullMarked;
