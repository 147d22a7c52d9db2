SELECT field, value FROM draft WHERE user_id = $user_id AND form = $form
