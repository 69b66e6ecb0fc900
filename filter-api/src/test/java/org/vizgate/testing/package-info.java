/**
 * What a store of grants has to pass: extend {@link org.vizgate.testing.GrantStoreContract} in a test of yours and open the
 * store there. It comes as the test jar of this module ({@code <type>test-jar</type>}) and needs JUnit 5 and AssertJ.
 */
@NullMarked
package org.vizgate.testing;

import org.jspecify.annotations.NullMarked;
