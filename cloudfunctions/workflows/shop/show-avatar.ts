// The picture somebody chose, as answers carry it: absent where they never chose one.

export const showAvatar = (avatar: string | undefined) => (avatar === undefined ? {} : { avatar })
