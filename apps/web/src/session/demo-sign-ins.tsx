import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormProblem } from '../ui/form-problem.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { demoSignInsQuery, useSignInToDemo } from './session.queries.ts'
import classes from './sign-in.module.css'
import '../words/of/session.ts'
import '../words/of/common.ts'

/** One button for each demo person; nothing at all where no demo is offered. */
export function DemoSignIns({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const { data } = useQuery(demoSignInsQuery)
  const signIn = useSignInToDemo()
  if (!data?.items.length) return null
  return (
    <section className={classes.demo}>
      <h2>{t('session:demo.title')}</h2>
      <p>{t('session:demo.body')}</p>
      <FormProblem error={signIn.error} />
      <ul>
        {data.items.map(({ role, name, organisation }) => (
          <li key={role}>
            <UnstyledButton
              className={classes.person}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(role, { onSuccess: onDone })}
            >
              <span className={classes.name}>
                <Own>{name}</Own>
              </span>
              <span className={classes.role}>
                {t(`common:role.${role}`)}
                {organisation && (
                  <>
                    {' · '}
                    <Own>{organisation}</Own>
                  </>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
